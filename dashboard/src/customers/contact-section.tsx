// How to reach a customer.

import type { Customer } from '@doorstep/sdk';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { Facts } from '../record/facts.tsx';
import { Section } from '../record/section.tsx';
import { customerMessages } from './messages.ts';

export function ContactSection({ customer }: { readonly customer: Customer }) {
  const say = useSay(customerMessages);
  const formats = useFormats();
  const { name, email, phone, externalId, createdAt } = customer;
  return (
    <Section title={say('contact')}>
      <Facts
        facts={[
          { label: say('name'), value: name, isData: true },
          {
            label: say('email'),
            value: email !== null && <a href={`mailto:${email}`}>{email}</a>,
            isData: true,
          },
          {
            label: say('phone'),
            value: phone !== null && <a href={`tel:${phone}`}>{phone}</a>,
            isData: true,
          },
          { label: say('externalId'), value: externalId, isData: true },
          { label: say('since'), value: formats.day(createdAt) },
        ].filter(({ value }) => value !== false)}
      />
    </Section>
  );
}
