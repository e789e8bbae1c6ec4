/** Why a statement of a cell's own policies is there, by its name. */
const REASONS: Readonly<Record<string, string>> = {
  AlarmsOfThisCell: 'alarms reach an encrypted topic',
  AnythingAtHome: 'a boundary allows, and the policies of the roles say how much of it',
  Administration: 'the account administers its keys, and cannot read with them',
  BootstrapVersion: 'the template of every CDK app begins with a look at the bootstrap',
  BoundariesStay: 'a role whose boundary is taken away is a role without one',
  BoundaryOfTheCell: 'a new action of a function changes the boundary of its cell',
  CopiesAtHomeOnly: 'a copy of a backup in another region is a store in another region',
  CryptographyThroughServicesAtHome:
    'nobody decrypts but through a service of the home region, which asks for the rights to the data',
  GrantsToServicesAtHome: 'services that keep data under a key ask for a grant, and nobody else gets one',
  LogGroupsOfThisCell: 'logs are encrypted under the key of the cell',
  NoReplicas: 'a replica is a store in another place',
  NobodyUnknown: 'who asks without a signature can be anywhere',
  NothingAbroad:
    'an explicit refusal binds sessions that a policy of a resource admits, which the silence of a boundary does not',
  NothingElseAbroad: 'a deployment makes nothing in another region',
  OwnPrincipalsAndResources: "nothing passes but this account's roles on their way to this account's stores",
  PassToTheServicesOfTheCell: 'functions and backups work as roles of the cell',
  PassTheRolesOfTheBootstrap: 'the deploying role hands the work to CloudFormation',
  ResourcesAtHome: 'the resources of a cell are made at home',
  RolesOfTheCell: 'roles of the cell are read, tagged and deleted',
  RolesThatServicesMakeForThemselves: 'services of the cell make their own roles, each by its name',
  RolesWithTheBoundary: 'a role of the cell is made and changed with the boundary of the cell, or not at all',
  ServicesForThisAccountOnly: 'a service that writes for another account would let that account write here',
  ThisAccountOnly: 'another account has another home',
  TlsOnly: 'what is sent in clear can be read on its way',
  TrailOfThisCell: 'the trail is encrypted under the key of the cell',
  UnsignedCallsOfPeople: 'people sign up and sign in without a signature',
  UseForOnePersonOfThisCell: "a person's own key is used for that person, in this cell, by the roles that need it",
  WhatTheCellDoesAtHome: 'what the roles of the cell need, each action by its name',
};

/** The reason of a statement; those that refuse a channel, by the condition that they are named after. */
export function reasonFor(sid: string): string {
  const reason = REASONS[sid];
  if (reason !== undefined) return reason;
  return sid === 'ChannelActions'
    ? 'these actions carry data elsewhere, and no condition key tells where to'
    : 'a condition key tells that the call opens a channel';
}
