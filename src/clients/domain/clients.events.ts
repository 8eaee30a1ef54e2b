/** What is written down about clients. The meaning of an event never changes. */
export type ClientEvent =
  | 'client.created'
  | 'client.read'
  | 'client.listed'
  | 'clients.listed'
  | 'client.found'
  | 'client.hinted'
  | 'client.changed'
  | 'clients.searched'
  | 'care_team.read'
  | 'care_team.joined'
  | 'care_team.left'
  | 'care_team.primary_changed'
  | `${'name' | 'channel' | 'supporter'}.${'read' | 'added' | 'changed' | 'ended'}`;
