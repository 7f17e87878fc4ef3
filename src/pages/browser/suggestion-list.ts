import type { ElementWords } from './element-words.ts';
import type { Kind, Suggestion } from './suggestions.ts';

/** The popup of the combobox: shows suggestions and knows which one is active. */
export interface SuggestionList {
  readonly isOpen: boolean;
  readonly active: Suggestion | null;
  show(suggestions: readonly Suggestion[]): void;
  /** Moves by `step` lines, around the ends and over "none", which is the typed text. */
  move(step: 1 | -1): void;
  /** No line is chosen any more; the list stays open. False: the key that asked goes on to the text. */
  letGo(): false;
  close(): void;
}

/**
 * Ties a listbox to its input, by the combobox pattern of the ARIA Authoring Practices with manual
 * selection: the focus stays in the input, no line is chosen before a reader chooses one.
 */
export function createSuggestionList(
  input: HTMLInputElement,
  list: HTMLElement,
  words: () => ElementWords,
  choose: (suggestion: Suggestion, event: MouseEvent) => void,
): SuggestionList {
  let shown: readonly Suggestion[] = [];
  let at = -1;
  const options = () => [...list.querySelectorAll<HTMLElement>('[role="option"]')];

  function activate(next: number): void {
    at = next;
    for (const [i, option] of options().entries()) {
      option.setAttribute('aria-selected', String(i === at));
      if (i === at) option.scrollIntoView({ block: 'nearest' });
    }
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `option-${at}`);
  }

  function setOpen(isOpen: boolean): void {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) activate(-1);
  }

  // The press would take the focus out of the input, and the list would close before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    const chosen = option ? shown[options().indexOf(option as HTMLElement)] : undefined;
    if (chosen) choose(chosen, event);
  });

  return {
    get isOpen() {
      return !list.hidden;
    },
    get active() {
      return shown[at] ?? null;
    },
    show(suggestions) {
      shown = suggestions;
      list.replaceChildren(...groupsOf(suggestions, words()));
      setOpen(suggestions.length > 0);
      activate(-1);
    },
    move(step) {
      if (shown.length === 0) return;
      if (list.hidden) setOpen(true);
      const places = shown.length + 1;
      activate(((at + 1 + step + places) % places) - 1);
    },
    letGo() {
      if (at >= 0) activate(-1);
      return false;
    },
    close: () => setOpen(false),
  };
}

function groupsOf(suggestions: readonly Suggestion[], words: ElementWords): HTMLElement[] {
  const kinds = [...new Set(suggestions.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const group = element('div', {
      role: 'group',
      part: 'group',
      'aria-labelledby': `kind-${kind}`,
    });
    group.append(
      element('span', { id: `kind-${kind}`, part: 'kind' }, words.groups[kind]),
      ...suggestions.flatMap((suggestion, i) =>
        suggestion.kind === kind ? [optionOf(suggestion, i, kind)] : [],
      ),
    );
    return group;
  });
}

function optionOf({ text, note }: Suggestion, i: number, kind: Kind): HTMLElement {
  const option = element('div', {
    role: 'option',
    id: `option-${i}`,
    part: `option ${kind}`,
    'aria-selected': 'false',
  });
  const label = element('span', { dir: 'auto' });
  label.append(
    ...text.map((piece) => (piece.marked ? element('mark', {}, piece.text) : piece.text)),
  );
  option.append(label);
  if (note !== '') option.append(' ', element('small', {}, note));
  return option;
}

/** An element with attributes and text; text is set as text, never as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  text: string = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== '') made.textContent = text;
  return made;
}
