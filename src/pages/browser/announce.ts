/** Screen readers speak the typed letters first: the count waits until the typing rests. */
const REST_MS = 1000;

let resting: ReturnType<typeof setTimeout> | undefined;

/** Says something politely to screen readers, once nothing newer has come for a while. */
export function announce(words: string): void {
  const status = document.querySelector('#status');
  clearTimeout(resting);
  resting = setTimeout(() => {
    if (status) status.textContent = words;
  }, REST_MS);
}
