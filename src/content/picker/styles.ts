import button from '../../ui/button.css?inline';
import tokens from '../../ui/tokens.css?inline';
import picker from './picker.css?inline';

/** All styles of the picker as one text, for the shadow root. */
export const pickerStyles = `${tokens}\n${button}\n${picker}`;
