/** The other languages, each in its own name, on every page. */
import { language, languages } from '../words';
import { session } from './session';

export function LanguageSwitch() {
  return (
    <>
      {languages
        .filter(one => one.code !== language.value)
        .map(one => (
          <button
            key={one.code}
            type="button"
            lang={one.code}
            dir={one.dir}
            onClick={() => session.value.changeLanguage(one.code)}
          >
            {one.name}
          </button>
        ))}
    </>
  );
}
