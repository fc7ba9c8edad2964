/** The little that the arms say to the peers, so that types are checked where the peers are not installed. */
declare module 'driver.js' {
  export function driver(): {
    highlight(step: { element: Element; popover: { title: string; description: string } }): void;
  };
}

declare module 'shepherd.js' {
  interface Tour {
    addStep(step: { text: string; attachTo: { element: Element; on: string } }): void;
    start(): Promise<void>;
  }
  const shepherd: { Tour: new (options: { defaultStepOptions: object }) => Tour };
  export default shepherd;
}

declare module 'survey-core' {
  export class Model {
    constructor(form: object);
  }
}

declare module 'survey-js-ui' {
  export function renderSurvey(model: import('survey-core').Model, place: Element): void;
}

declare module 'hypothesis/build/scripts/annotator.bundle.js';
