/** Starts the app: who is signed in, in which language, and the screen for this address. */
import { render } from 'preact';
import './ui/theme/fonts.css';
import './ui/theme/tokens.css';
import './ui/theme/base.css';
import { App } from './App';
import { begin } from './shell';
import { applyAppearance } from './ui/appearance';
import { leavesAgain, watchForLeaving } from './ui/Exit';
import { followLinks } from './ui/router';

applyAppearance();
followLinks();
watchForLeaving();
const app = document.getElementById('app');
if (app && !leavesAgain()) begin().then(() => render(<App />, app));
