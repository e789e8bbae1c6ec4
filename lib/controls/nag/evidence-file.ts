/** The file beside the templates that says what cdk-nag asked, and what it was answered. */
export const NAG_EVIDENCE_FILE = 'nag-evidence.json';
