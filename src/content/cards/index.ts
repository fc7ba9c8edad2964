import { offerCards } from '../cards-door.ts';
import { cards } from './cards.ts';

offerCards(cards);
