/** What everybody says before a review, on one page. */
export { Summary, SummaryForAReason } from './Summary';
