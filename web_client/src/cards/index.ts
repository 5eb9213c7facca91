/** Invitation cards and links. */
export { IssueCard } from './IssueCard';
