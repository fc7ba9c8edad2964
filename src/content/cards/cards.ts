import button from '../../ui/button.css?inline';
import type { Cards } from '../cards-door.ts';
import { Card } from './card.tsx';
import { cardOf, spokenOf } from './card-view.ts';
import styles from './cards.css?inline';

/** All that the script of the cards has. */
export const cards: Cards = { styles: `${button}\n${styles}`, cardOf, spokenOf, Card };
