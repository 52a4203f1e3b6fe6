import { z } from 'zod';

/** Answers of the protocol (v1.0.4.0, chapter 11); what is not read here is let pass. */
export const infoAnswer = z.object({
  specs: z.string().max(20),
  name: z.string().max(255),
  region: z.string().max(10).default(''),
  description: z.string().max(1000).default(''),
  authType: z.array(z.string().max(40)).max(20).default([]),
  methods: z.array(z.string().max(100)).max(100),
  oauth2: z.url().optional(),
});

export const tokenAnswer = z.object({
  access_token: z.string().min(1).max(8192),
  token_type: z.string().max(40),
  refresh_token: z.string().min(1).max(8192).optional(),
  expires_in: z.number().int().positive().default(3600),
});

export const listAnswer = z.object({
  credentialIDs: z.array(z.string().min(1).max(255)).max(1000),
  nextPageToken: z.string().max(2048).optional(),
});

export const credentialAnswer = z.object({
  key: z.object({
    status: z.enum(['enabled', 'disabled']),
    algo: z.array(z.string().max(100)).min(1).max(50),
    len: z.coerce.number().int().positive(),
  }),
  cert: z.object({
    status: z.enum(['valid', 'expired', 'revoked', 'suspended']).default('valid'),
    certificates: z.array(z.base64()).min(1).max(10),
  }),
  authMode: z.enum(['implicit', 'explicit', 'oauth2code']),
  SCAL: z.enum(['1', '2']).default('1'),
  multisign: z.coerce.number().int().positive(),
  PIN: z.object({ presence: z.string() }).optional(),
  OTP: z.object({ presence: z.string(), type: z.enum(['online', 'offline']).default('online') }).optional(),
});

export const sadAnswer = z.object({
  SAD: z.string().min(1).max(8192),
  expiresIn: z.number().int().positive().default(3600),
});

export const signaturesAnswer = z.object({ signatures: z.array(z.base64()).max(1_000_000) });

export const timeStampAnswer = z.object({ timestamp: z.base64() });

export const errorAnswer = z.object({
  error: z.string().max(200),
  error_description: z.string().max(2000).default(''),
});
