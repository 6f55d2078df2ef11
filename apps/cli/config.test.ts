import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('an empty environment gives the documented defaults', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    port: 8080,
    host: '0.0.0.0',
    publicUrl: 'http://localhost:8080',
    demo: true,
  });
  expect(isAbsolute(config.dataFolder)).toBe(true);
  expect(config.databaseUrl).toBeUndefined();
});

test('an empty value counts as absent', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8080, databaseUrl: undefined });
});

test('every fault is told at once, one line each, without the values', () => {
  const environment = { PORT: '99999', DATABASE_URL: 'mysql://x:matkhau@y/z', LOG_LEVEL: 'loud' };
  const faults = () => readConfig(environment);
  expect(faults).toThrow(/^PORT: .+\nDATABASE_URL: .+\nLOG_LEVEL: .+$/);
  expect(faults).not.toThrow(/matkhau/);
});

test('half an identity provider is refused', () => {
  expect(() => readConfig({ OIDC_ISSUER: 'https://id.example.vn' })).toThrow(
    'OIDC_CLIENT_ID, OIDC_CLIENT_SECRET',
  );
});

test('a runtime login without a database is refused', () => {
  expect(() => readConfig({ HOABAN_RUNTIME_URL: 'postgres://hoaban_runtime@x/y' })).toThrow(
    'HOABAN_RUNTIME_URL',
  );
});

test('numbers and names of children go to the population database over https only, but to this machine', () => {
  expect(() => readConfig({ HOABAN_POPULATION_URL: 'http://dan-cu.example.vn/check' })).toThrow('https');
  const { population } = readConfig({
    HOABAN_POPULATION_URL: 'http://127.0.0.1:9000/check',
    HOABAN_POPULATION_TOKEN: 'x',
  });
  expect(population).toMatchObject({ url: 'http://127.0.0.1:9000/check', token: 'x', cert: undefined });
  expect(readConfig({}).population).toBeUndefined();
});
