const copy = document.querySelector<HTMLButtonElement>('#copy');
const citation = document.querySelector('#citation');
copy?.addEventListener('click', async () => {
  await navigator.clipboard.writeText(citation?.textContent ?? '');
  copy.textContent = copy.dataset['copied'] ?? '';
});
