/** All the children of an officer, or of the council. */
export { Caseload } from './Caseload';
