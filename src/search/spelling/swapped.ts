/** True when the words differ in two neighbouring letters that changed places, besides other faults. */
export function isSwapped(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length) - 1;
  for (let i = 0; i < most; i += 1) {
    if (a[i] !== b[i]) return a[i] === b[i + 1] && a[i + 1] === b[i];
  }
  return false;
}
