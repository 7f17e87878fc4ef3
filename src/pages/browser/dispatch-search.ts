import { elementStyle } from './element-style.ts';
import { type ElementWords, elementWords } from './element-words.ts';
import { createSuggestionList, element, type SuggestionList } from './suggestion-list.ts';
import { askSuggestions, type Suggestion } from './suggestions.ts';

const REST_MS = 150;
/** The archive that sent this script is searched when `api` does not name another one. */
const HOME = new URL('/', import.meta.url).href;

/**
 * `<dispatch-search>`: a search box for any page. A form inside the element works until the script
 * is there, and without it.
 *
 * Attributes: `api` (address of the archive), `lang`, `label` (its name), `shortcut` (`mod+k` or one key; none when
 * absent). Event `dispatch-search:choose` with `{kind, id, href}`; prevented, it leads nowhere.
 */
class DispatchSearch extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ['api', 'lang', 'label', 'shortcut'];

  #form = element('form', { role: 'search', part: 'form', method: 'get' });
  #input = element('input', {
    ...{ type: 'search', name: 'q', part: 'input', autocomplete: 'off', maxlength: '200' },
    ...{ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false' },
    ...{ 'aria-controls': 'list', autocapitalize: 'none', spellcheck: 'false', dir: 'auto' },
  });
  #button = element('button', { part: 'button' });
  #listbox = element('div', { role: 'listbox', id: 'list', part: 'list', hidden: '' });
  #status = element('div', { role: 'status', class: 'status' });
  #list: SuggestionList = createSuggestionList(
    this.#input,
    this.#listbox,
    () => this.#words,
    (suggestion, event) => this.#choose(suggestion, event.ctrlKey || event.metaKey),
  );
  #request: AbortController | null = null;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    const style = new CSSStyleSheet();
    style.replaceSync(elementStyle);
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    root.adoptedStyleSheets = [style];
    this.#form.append(this.#input, this.#button);
    root.append(this.#form, this.#listbox, this.#status);
    this.#input.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) this.#suggestSoon();
    });
    this.#input.addEventListener('compositionend', () => this.#suggestSoon());
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#input.addEventListener('blur', () => this.#list.close());
  }

  connectedCallback(): void {
    this.#follow();
    document.addEventListener('keydown', this.#onShortcut);
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#follow();
  }

  /** Makes what is seen follow the attributes; hosts set them before or after the element is there. */
  #follow(): void {
    const words = this.#words;
    this.#form.action = this.#api.href;
    const label = this.getAttribute('label') ?? words.label;
    this.#form.setAttribute('aria-label', label);
    this.#input.setAttribute('aria-label', label);
    this.#input.placeholder = words.placeholder;
    this.#button.textContent = words.button;
    this.#listbox.setAttribute('aria-label', label);
    const { shortcut } = this;
    if (shortcut === null) this.#input.removeAttribute('aria-keyshortcuts');
    else this.#input.setAttribute('aria-keyshortcuts', keyShortcuts(shortcut));
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onShortcut);
    clearTimeout(this.#resting);
    this.#request?.abort();
  }

  /** The key that brings the focus here, or `null`; a host page keeps its keys unless it says so. */
  get shortcut(): string | null {
    return this.getAttribute('shortcut');
  }

  get #api(): URL {
    const api = new URL(this.getAttribute('api') ?? HOME, document.baseURI);
    if (!api.pathname.endsWith('/')) api.pathname += '/';
    return api;
  }

  get #words(): ElementWords {
    const language = this.closest('[lang]')?.getAttribute('lang');
    return elementWords(language || document.documentElement.lang || navigator.language);
  }

  #suggestSoon(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => void this.#suggest(), REST_MS);
  }

  async #suggest(): Promise<void> {
    this.#request?.abort();
    const typed = this.#input.value.trim();
    if (typed === '') return this.#list.close();
    const request = new AbortController();
    this.#request = request;
    const found = await askSuggestions(this.#api, typed, this.#words, request.signal).catch(
      // Suggestions are a help: without them Enter still searches.
      () => [],
    );
    if (this.#request !== request || this.#input.value.trim() !== typed) return;
    this.#list.show(found);
    this.#status.textContent = this.#words.found(found.length);
  }

  #onKey(event: KeyboardEvent): void {
    const actions: Readonly<Record<string, (() => boolean) | undefined>> = {
      ArrowDown: () => this.#move(1),
      ArrowUp: () => this.#move(-1),
      Enter: () => this.#chooseActive(event.ctrlKey || event.metaKey || event.shiftKey),
      Escape: () => this.#escape(),
      // They move in the text: what is chosen in the list is let go, and they are not ours.
      ArrowLeft: () => this.#list.letGo(),
      ArrowRight: () => this.#list.letGo(),
      Home: () => this.#list.letGo(),
      End: () => this.#list.letGo(),
    };
    if (!event.isComposing && actions[event.key]?.()) event.preventDefault();
  }

  #move(step: 1 | -1): boolean {
    this.#list.move(step);
    return true;
  }

  #chooseActive(inNewTab: boolean): boolean {
    const { active, isOpen } = this.#list;
    if (!active || !isOpen) return false;
    this.#choose(active, inNewTab);
    return true;
  }

  /** Escape closes the list; once closed, it empties the box. */
  #escape(): boolean {
    if (this.#list.isOpen) this.#list.close();
    else this.#input.value = '';
    return true;
  }

  #choose({ kind, id, href }: Suggestion, inNewTab: boolean): void {
    const chosen = new CustomEvent('dispatch-search:choose', {
      detail: { kind, id, href },
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    this.#list.close();
    if (!this.dispatchEvent(chosen)) return;
    if (inNewTab) open(href, '_blank', 'noopener');
    else location.assign(href);
  }

  #onShortcut = (event: KeyboardEvent): void => {
    const { shortcut } = this;
    if (shortcut === null || event.defaultPrevented || !isShortcut(event, shortcut)) return;
    event.preventDefault();
    this.#input.focus();
    this.#input.select();
  };
}

/** As `aria-keyshortcuts` names them: `mod+k` is `Control+K Meta+K`. */
function keyShortcuts(shortcut: string): string {
  const key = shortcut.replace(/^mod\+/i, '');
  const shown = key.length === 1 ? key.toUpperCase() : key;
  return key === shortcut ? shown : `Control+${shown} Meta+${shown}`;
}

/** `mod` is Control or Command. A single key counts only where nobody is typing. */
function isShortcut(event: KeyboardEvent, shortcut: string): boolean {
  const key = shortcut.toLowerCase().replace(/^mod\+/, '');
  if (event.key.toLowerCase() !== key || event.altKey) return false;
  const hasModifier = event.ctrlKey || event.metaKey;
  if (shortcut.toLowerCase().startsWith('mod+')) return hasModifier;
  const target = event.composedPath()[0];
  const isTyping =
    target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
  return !hasModifier && !isTyping;
}

if (!customElements.get('dispatch-search')) {
  customElements.define('dispatch-search', DispatchSearch);
}
