declare module 'humannames' {
  /** Name → 1. */
  const names: Readonly<Record<string, 1>>;
  export = names;
}
