import { useTexts } from './language.tsx';
import type { HealthLine } from './lines.ts';

export interface EnvironmentSectionProps {
  readonly lines: readonly HealthLine[];
}

/** The software and the computer, part by part. */
export function EnvironmentSection({ lines }: EnvironmentSectionProps) {
  const t = useTexts();
  return (
    <section class="card" aria-labelledby="environment">
      <h2 id="environment">{t('environment')}</h2>
      <dl class="lines">
        {lines.map(({ label, value, look }) => (
          <div key={label} data-look={look}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
