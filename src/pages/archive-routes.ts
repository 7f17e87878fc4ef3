import { Router } from 'express';
import { everything, only, type Query, withDates } from '../search/query.ts';
import { foldedFamilies } from '../search/related.ts';
import { coveragePage } from './archive/coverage-page.ts';
import { coverageSpan } from './archive/coverage-span.ts';
import { onThisDayPage } from './archive/on-this-day-page.ts';
import { personPage } from './archive/person-page.ts';
import { linkTo } from './page-context.ts';
import { searchParameters } from './page-query.ts';
import { sendPage } from './respond.ts';
import type { Site } from './site.ts';
import { readRunReports } from './status/run-report.ts';
import { statusPage } from './status/status-page.ts';

const MONTH_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MOST_ON_A_DAY = 100;
const LATEST = 10;
/** Agencies in the table of what is held; all that an archive has. */
const MOST_AGENCIES = 200;

/** Pages about the archive as a whole: a person, a day of the year, what is held, what the nights did. */
export function archiveRoutes(site: Site): Router {
  const router = Router();
  router.get('/on-this-day', (request, response) => {
    const params = searchParameters(request);
    const two = (name: string) => params.get(name)?.padStart(2, '0') ?? '';
    const asked = `${two('month')}-${two('day')}`;
    const day = MONTH_DAY.test(asked) ? asked : site.today().toISOString().slice(5, 10);
    response.redirect(303, linkTo(site.contextOf(request), `/on-this-day/${day}`));
  });
  router.get('/on-this-day/:day', async (request, response, next) => {
    const { day } = request.params;
    if (!MONTH_DAY.test(day)) return next();
    const context = site.contextOf(request);
    const query: Query = { ...everything, on: day, sort: 'newest', perPage: MOST_ON_A_DAY };
    const results = await site.search(query, context.words.language);
    sendPage(response, context, onThisDayPage(day, results, context));
  });
  router.get('/people', (request, response) => {
    response.redirect(302, linkTo(site.contextOf(request), '/facets/person'));
  });
  router.get('/people/:id', async (request, response, next) => {
    const context = site.contextOf(request);
    const { language } = context.words;
    const { id } = request.params;
    const facts = await site.person(id, language);
    if (!facts) {
      const bearer = site.bearerOf(id);
      if (bearer === null || bearer === id) return next();
      return response.redirect(linkTo(context, `/people/${encodeURIComponent(bearer)}`));
    }
    const query: Query = { ...only(everything, 'person', facts.id), sort: 'newest' };
    const latest = await site.search(
      { ...query, group: 'family', perPage: LATEST, facets: ['year', 'month'] },
      language,
    );
    const versions = await site.versions(foldedFamilies(latest));
    sendPage(response, context, personPage({ facts, latest, versions }, context));
  });
  router.get(['/coverage', '/coverage/:span'], async (request, response, next) => {
    const span = coverageSpan(request.params['span']);
    if (span === null) return next();
    const context = site.contextOf(request);
    const timeline = await site.timeline(
      withDates(everything, span.from, span.to),
      { interval: span.interval, per: 'agency', series: MOST_AGENCIES },
      context.words.language,
    );
    if (timeline === null) return next();
    sendPage(response, context, coveragePage(span, timeline, context));
  });
  router.get('/status', async (request, response) => {
    const context = site.contextOf(request);
    const reports = readRunReports(await site.reindexReports());
    sendPage(response, context, statusPage({ reports, nextRun: site.nextRun() }, context));
  });
  return router;
}
