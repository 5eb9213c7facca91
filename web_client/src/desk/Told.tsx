/** What a child will be told, word for word, before it is decided. */
import './told.css';

export function Told({ head, words }: { head: string; words: string }) {
  return (
    <div class="told">
      <p class="soft small">{head}</p>
      <blockquote>{words}</blockquote>
    </div>
  );
}
