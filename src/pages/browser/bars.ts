/** The bars of the timeline, in order of time. */
export function barsOfTimeline(): readonly SVGAElement[] {
  return [...document.querySelectorAll<SVGAElement>('#chart a')];
}

/** The year or month that a bar stands for. */
export function periodOf(bar: SVGAElement | undefined): string {
  return bar?.dataset['period'] ?? '';
}

/** Shows the span from one period to another as chosen; without periods, none. */
export function brushBars(earlier: string, later: string): void {
  for (const bar of barsOfTimeline()) {
    const period = periodOf(bar);
    bar.classList.toggle('brushed', later !== '' && period >= earlier && period <= later);
  }
}
