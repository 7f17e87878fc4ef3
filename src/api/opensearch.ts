import type { RequestHandler } from 'express';
import { type ApiDeps, baseUrlOf } from './route.ts';

/** `/opensearch.xml`: lets browsers and readers add the archive to their search engines. */
export function openSearch(deps: ApiDeps): RequestHandler {
  return (request, response) => {
    const base = escapeXml(baseUrlOf(deps, request));
    response
      .type('application/opensearchdescription+xml')
      .send(`<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Dispatches</ShortName>
  <Description>Search the archive of dispatches</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${base}/?q={searchTerms}"/>
  <Url type="application/atom+xml" template="${base}/v1/feed.atom?q={searchTerms}"/>
  <Url type="application/json" template="${base}/v1/dispatches?q={searchTerms}"/>
</OpenSearchDescription>
`);
  };
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
