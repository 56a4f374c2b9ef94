// A site on a static host, whose reactions go somewhere else.
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { answer, startCollector } from "./collector.mjs";
import { SLUG } from "./form.mjs";
import { publish } from "./site.mjs";

/** What is said when the endpoint is there, and staff have to set it right. */
export const NOT_SET_UP = "de ontvanger is niet goed ingesteld";

/** Publishes a site whose reactions go to these endpoints. It has few pages: making them takes the most time here. */
export function publishFor(out, endpoint, options = {}) {
  return publish(out, {
    ...options,
    change: (consultation) => (consultation.slug === SLUG ? { ...consultation, languages: ["nl"] } : null),
    changeSite: (site) => ({ ...site, languages: ["nl"], endpoint }),
  });
}

/** Such a site on any static host; here our own server is one. */
export async function hosted(cleanUp, endpoint) {
  const site = await publishFor(join(mkdtempSync(join(process.env.BEGINSPRAAK_TEST_WORK, "site-")), "site"), endpoint);
  const host = await startCollector({ site });
  cleanUp(() => host.stop());
  return { ...host, site };
}

/** What was told in these reactions. */
export const texts = (reactions) => reactions.map((reaction) => answer(reaction, "gehoord")).sort();

/** Somebody who tries again, as a device does whenever it is back on a network. */
export const again = (page) => page.evaluate(() => window.dispatchEvent(new Event("online")));
