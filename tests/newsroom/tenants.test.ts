import { tenantsContract } from './tenants.ts';

tenantsContract(() => Promise.resolve({ store: {}, newsroom: {}, ready: async () => undefined }));
