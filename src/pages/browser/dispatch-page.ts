import { watchShortcuts } from './shortcuts.ts';

const follow = (id: string) => () => document.querySelector<HTMLAnchorElement>(`#${id}`)?.click();
watchShortcuts({ ArrowLeft: follow('prev'), ArrowRight: follow('next'), Escape: follow('back') });

const copy = document.querySelector<HTMLButtonElement>('#copy');
copy?.addEventListener('click', async () => {
  await navigator.clipboard.writeText(document.querySelector('#citation')?.textContent ?? '');
  copy.textContent = copy.dataset['copied'] ?? '';
});
