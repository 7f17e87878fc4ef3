/**
 * The day, in UTC, that citations name as the one they were made on. The tags of answers hold it too, so that
 * no citation of yesterday is taken for one of today.
 */
export function dayOfAccess(): string {
  return new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
}
