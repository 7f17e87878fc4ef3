import type { Configuration } from '../convert/configuration.ts';
import { siteKey } from '../convert/configuration-keys.ts';
import { fingerprintOf } from '../convert/conversion.ts';
import type { Corrector } from '../corrections/corrector.ts';
import { LIVE_INDEX } from '../dispatch-index.ts';
import type { IndexedDispatch, LiveIndex } from '../load/live-index.ts';
import type { RunRecord } from '../load/run-record.ts';
import { joinChanges, type PeopleChange, peopleChange } from '../people/changed-people.ts';
import { touchedDispatches } from '../people/touched-dispatches.ts';
import type { Mode, ReindexOptions } from './run.ts';

/** Whose names changed is looked for in every dispatch: for more people, converting them is as quick. */
const MOST_PEOPLE = 20;
/** What touches more dispatches than this share is built beside, where the gate can weigh it; a few never are. */
const MOST_TOUCHED = 0.05;
const FEW = 50;

type Question = Pick<ReindexOptions, 'client' | 'configuration' | 'full'> & {
  readonly corrector: Corrector;
  readonly live: LiveIndex;
  readonly record: RunRecord;
  readonly deadlineMs: number;
};

/** Decides whether the archive is indexed anew beside the live index, or only what changed into it. */
export async function chooseMode(question: Question): Promise<Mode> {
  const { live } = question;
  const whole = whyAll(question);
  if (whole !== null) return full(whole);
  const change = changeOfPeople(question);
  if (change.people.length > MOST_PEOPLE) {
    return full(`${change.people.length} entries of people changed`);
  }
  const touched = await touchedBy(question, change);
  if (touched.size > Math.max(FEW, live.byId.size * MOST_TOUCHED)) {
    return full(`the configuration changed for ${touched.size} of ${live.byId.size} dispatches`);
  }
  const settings = live.changedSettings.map(({ name }) => name);
  return { mode: 'incremental', reason: reasonOf(settings, touched.size), touched, settings };
}

/** Why every page has to be converted, or every word indexed again; `null` when a part is enough. */
function whyAll({ configuration, full, live, record }: Question): string | null {
  if (full) return 'asked for';
  if (!live.exists || live.byId.size === 0) return 'nothing is indexed yet';
  const anew = live.changedSettings.filter(({ inPlace }) => !inPlace).map(({ name }) => name);
  if (anew.length > 0) return `settings of the index changed: ${anew.join(', ')}`;
  const { rules } = configuration.keys;
  const byRules = ({ fingerprint }: IndexedDispatch) => fingerprint.includes(`-${rules}`);
  if (![...live.byId.values()].some(byRules)) return 'the conversion rules changed';
  return record.people.length === 0 ? 'it is not known by which people the index was made' : null;
}

function full(reason: string): Mode {
  return { mode: 'full', reason, touched: new Set(), settings: [] };
}

function reasonOf(settings: Mode['settings'], touched: number): string {
  if (settings.length > 0) return `settings changed in place: ${settings.join(', ')}`;
  if (touched > 0) return `the configuration changed for ${touched} dispatches`;
  return 'the conversion rules are those of the index';
}

/** How the people now differ from all those by whom the index may have been converted. */
function changeOfPeople({ configuration, record }: Question): PeopleChange {
  const others = record.people.filter(({ key }) => key !== configuration.keys.people);
  return joinChanges(
    others.map(({ authority }) => peopleChange(authority, configuration.people())),
  );
}

async function touchedBy(question: Question, change: PeopleChange): Promise<ReadonlySet<string>> {
  const { client, configuration, corrector, live, deadlineMs } = question;
  const touched = new Set(await touchedDispatches(client, LIVE_INDEX, change, deadlineMs));
  for (const id of corrector.naming(new Set(change.people.map((person) => person.id)))) {
    touched.add(id);
  }
  for (const known of live.byId.values()) {
    if (known.fingerprint.startsWith(KEPT)) continue;
    if (!isByTheseRules(known, configuration, corrector)) touched.add(known.id);
  }
  return touched;
}

/** The fingerprint of a dispatch that was kept unconverted begins so: no page has it, so each run tries again. */
export const KEPT = 'kept-';

/** Whether a dispatch was converted and corrected by the rules that hold for it now. */
export function isByTheseRules(
  known: IndexedDispatch,
  { keys, sites }: Configuration,
  corrector: Corrector,
): boolean {
  const rules = keys.rules + siteKey(sites(), known) + corrector.tail(known.id);
  return known.fingerprint === fingerprintOf(known.sha256, rules);
}
