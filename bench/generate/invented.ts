import type { Chance } from './chance.js';

/** Names put together by chance, and sentences that anybody might say: nobody stands behind them. */
const FIRST =
  `Ada Aiyana Alix Amadou Amber Amélie Ana Anouk Arlo Asha Aurèle Bea Bram Camille Cedar Chantal Cole Dana Dax
  Della Denis Dot Élodie Emre Esme Étienne Farah Finn Flo Gael Gus Hana Hélène Hugo Ida Imani Ines Isla Ivo Jade Jamal Jess
  Jo Joel Juno Kai Kala Kateri Kit Lark Léa Leif Lena Linh Lou Luc Mabel Maëlle Mara Marius Maude Mei Mika Milo Mina Moss
  Nadia Neil Nell Nico Noor Odile Omar Opal Otis Paz Penn Pia Quinn Rae Raven Remy Rio Robin Rosa Roux Sage Sami Sanne
  Saul Selma Shay Sol Sylvie Tam Tariq Teo Tess Thea Théo Uma Val Vera Wade Willa Wren Xavier Yara Yves Zara Zoé`.split(
    /\s+/,
  );
const BEGIN = 'Al Ash Bar Beau Bell Black Bour Brid Cal Car Chas Cross Dal Del Fair Fern Fon Gal Glen Gran Haw Hol'
  .concat(' Kest Lam Lar Lin Mar Mel Mont Nor Oak Pel Per Quin Ray Rob Ros Sand Sar Thor Trem Val Vill West Win York')
  .split(' ');
const MIDDLE = ['', 'a', 'e', 'en', 'er', 'i', 'o', 'ing'];
const END = 'bert beau bury by court dale don fort gate gren ham lain lands ley low man mere mond nault nier quist rand'
  .concat(' sen shaw son stone ton tier ville ward wood worth zier')
  .split(' ');
const BYNAME = 'Bluebird Birch Cricket Comet Dusty Echo Ember Flint Foxglove Indigo Juniper Lucky Magpie Maple Midnight'
  .concat(' Moon Nutmeg Peaches Pepper River Roadrunner Rusty Shadow Sparrow Spruce Storm Sunny Tigger Tuesday Willow')
  .split(' ');
const AREAS = ['204', '236', '250', '306', '403', '416', '418', '506', '514', '587', '604', '613', '705', '780', '807'];

const WANTS = [
  'I want a door that I can close behind me.',
  'I want to see my kids on Sundays, and to be rested when I do.',
  'To sleep through one whole night.',
  'Je veux revoir la mer avant l’été.',
  'To cook for somebody again. My grandmother’s soup, the one with barley.',
  'A job where nobody counts the hours on my face.',
  'Retrouver mes papiers, les uns après les autres.',
  'I would like to walk into the pharmacy and be called by my name.',
  'To get my guitar back from my cousin and play it at the drop-in.',
];
const STEPS = [
  'Ring the housing office together on Tuesday',
  'Fill in the form for the health card',
  'Walk past the clinic once, without going in',
  'Apporter les deux photos',
  'Ask Dot whether her couch is free until Friday',
  'Write down three good hours of the day',
];
const NOTES = [
  'We met at the library and walked to the river. She talked about her week and asked for a ride on Thursday.',
  'Called as agreed. Short and friendly; she was cooking. We go through the letter from the income office next time.',
  'On a parlé de son logement et de sa sœur. Elle préfère les messages aux appels cette semaine.',
  'He came by for coffee, took warm socks, and told me that the new room has a window to the yard.',
  'We practised what to say at the front desk. They laughed a lot. We will do it once more before the visit.',
  'She had a hard night and said so. We stayed on the line until her aunt was there. I call again tomorrow at ten.',
  'Looked at the appointment letters together and put them into one folder. Two dates go into the phone.',
];
const TASKS = [
  'Call back about the room',
  'Bring the form for the health card',
  'Ask the clinic for an earlier time',
  'Send the bus schedule as a text',
  'Aller ensemble à la pharmacie',
  'Find out when the food bank opens',
];
const ABOUT = [
  'Mornings are better than evenings. Ask me before you call anybody about me.',
  'I hear well on the left side. I like it when people say what happens next.',
  'Parlez-moi doucement le matin. Mon chien vient avec moi.',
  'Music helps. Sitting near the door helps. Please do not stand behind me.',
];

export const firstName = (chance: Chance): string => chance.one(FIRST);
export const surname = (chance: Chance): string => `${chance.one(BEGIN)}${chance.one(MIDDLE)}${chance.one(END)}`;
export const byname = (chance: Chance): string => chance.one(BYNAME);
/** Of the range that is set aside for stories. */
export const phone = (chance: Chance): string =>
  `${chance.one(AREAS)}-555-01${String(chance.whole(0, 99)).padStart(2, '0')}`;
export const wish = (chance: Chance): string => chance.one(WANTS);
export const step = (chance: Chance): string => chance.one(STEPS);
export const note = (chance: Chance): string => chance.one(NOTES);
export const errand = (chance: Chance): string => chance.one(TASKS);
export const aboutMe = (chance: Chance): string => chance.one(ABOUT);
