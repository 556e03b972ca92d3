// doorstep verify: proves the invariants, and names the rows that break one.

import { runVerification } from '@doorstep/contract/verification.ts';
import type { Command } from 'commander';
import { callApi } from './api.ts';
import { readConnection } from './config.ts';
import { type JsonOption, verb } from './options.ts';
import { colors, say, sayJson } from './print.ts';

export function verifyCommand(parent: Command): void {
  verb(parent, 'verify', 'prove the invariants: stock, orders, money, the log').action(
    async ({ json }: JsonOption) => {
      const proof = await callApi(await readConnection(), runVerification);
      if (!proof.ok) process.exitCode = 1;
      if (json) return sayJson(proof);
      for (const check of proof.checks) {
        say(`${check.ok ? colors.green('holds ') : colors.red('broken')}  ${check.name}`);
        for (const { subject, found, expected } of check.violations)
          say(`          ${subject}: found ${found}, expected ${expected}`);
      }
      const broken = proof.checks.filter((check) => !check.ok).length;
      const all = proof.checks.length;
      say(
        broken === 0
          ? `\nAll ${all} invariants hold (${proof.tookMs} ms)`
          : `\n${broken} of ${all} invariants are broken (${proof.tookMs} ms)`,
      );
    },
  );
}
