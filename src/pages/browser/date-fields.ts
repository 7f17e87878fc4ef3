/** Writes into the two date fields, the real control of time; they belong to the search form. */
export function setDates(from: string, to: string): void {
  setField('from', from);
  setField('to', to);
}

function setField(id: string, value: string): void {
  const field = document.querySelector<HTMLInputElement>(`#${id}`);
  if (field) field.value = value;
}
