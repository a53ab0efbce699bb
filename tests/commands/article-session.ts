import { GUILD, newsroomOver } from '../support/newsroom.ts';
import { sessionIn } from '../support/session.ts';
import { testPlace } from '../support/test-place.ts';

/** A session on a server without articles of its own. */
export async function openedSession(options: Parameters<typeof newsroomOver>[1] = {}, mostText?: number) {
  const place = await testPlace();
  const store = await place.open(mostText === undefined ? {} : { mostText });
  const newsroom = newsroomOver(store, options);
  await newsroom.open(GUILD);
  return { store, newsroom, archive: store.guild(GUILD), ...sessionIn(newsroom) };
}

/** A page that is fetched, and a file that is attached. */
export const page = (
  html: string,
  url = 'https://news.example.org/ferry',
): Parameters<typeof newsroomOver>[1] => ({
  fetchers: {
    page: async () => ({
      unchanged: false,
      bytes: new TextEncoder().encode(html),
      url,
      contentType: 'text/html',
    }),
    file: async () => ({
      unchanged: false,
      bytes: new TextEncoder().encode('Ferry sinks\n\nThe ferry Aurora sank off Bergen on Monday.'),
      url,
      contentType: 'text/plain',
    }),
  },
});

export const FERRY = `<html><head><title>Ferry sinks</title></head><body><article><h1>Ferry sinks</h1>
<p>The ferry Aurora sank off Bergen on Monday, the coast guard said in a long statement to the press.</p>
<p>All 84 passengers were saved by fishing boats from the islands nearby within two hours of the alarm.</p>
</article></body></html>`;
