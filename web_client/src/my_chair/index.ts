/** Where I make my chair. */
export { MyChair } from './MyChair';
