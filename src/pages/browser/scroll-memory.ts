/** The scroll is written down when it rests: a step back may come from anywhere, without warning. */
const REST_MS = 120;

/**
 * Keeps with each step of the history how far the page was scrolled, so that back and forward show not only
 * the same results but the same place in them. `isSettled` is false while the results of a step are on their way:
 * the browser then scrolls the old ones.
 */
export function watchScroll(isSettled: () => boolean): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    'scroll',
    () => {
      clearTimeout(resting);
      resting = setTimeout(() => {
        if (isSettled()) rememberScroll();
      }, REST_MS);
    },
    { passive: true },
  );
}

export function rememberScroll(): void {
  history.replaceState({ scrollY }, '');
}

export function restoreScroll(): void {
  const remembered: unknown = history.state?.scrollY;
  scrollTo({ top: typeof remembered === 'number' ? remembered : 0, behavior: 'instant' });
}
