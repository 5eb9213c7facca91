/** Where a reviewing officer writes a child the letter about their review. */
export { Letter } from './Letter';
