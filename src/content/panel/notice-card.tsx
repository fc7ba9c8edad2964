import type { NoticeView } from '../card-kinds.ts';
import { Fault } from './fault.tsx';

/** The only card that needs no script of the cards: nobody may be there to send one. */
export function NoticeCard({ card }: { readonly card: NoticeView }) {
  return <div class="card">{card.isFault ? <Fault text={card.text} /> : <p class="note">{card.text}</p>}</div>;
}
