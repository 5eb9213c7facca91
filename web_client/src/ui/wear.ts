/** Style that only some screens need: it comes with them, so that a first page does not pay for it. */

/**
 * Puts rules after those of the page's own sheet.  One rule around them all, because a sheet takes
 * them one by one; and no <style>, which the content policy forbids.
 */
export function wear(css: string): void {
  const [sheet] = document.styleSheets;
  sheet?.insertRule(`@media all{${css}}`, sheet.cssRules.length);
}
