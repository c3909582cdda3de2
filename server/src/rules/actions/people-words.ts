const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** Verbs that change what people know; alone at the start, before people. */
export const teachingVerbs: readonly string[] = words(
  'train, retrain, re-train, educate, teach, coach, remind, instruct, urge, encourage, admonish, motivate, sensitize',
);

/** Whom they change. */
export const people: readonly string[] = words(
  'team, teams, engineer, engineers, developer, developers, devs, operator, operators, staff, everyone, everybody, people',
  'employee, employees, member, members, colleague, colleagues, admin, admins, administrator, administrators, on-call, oncall',
  'responder, responders, technicians, sres, contributors, maintainers, reviewers, product owners, owners, personnel, us',
  'ourselves, yourself, interns, contractors',
);

/** Lessons for people, of whatever kind. */
export const lessons: readonly string[] = words(
  'training, trainings, training session, training sessions, training program, training programs, training programme',
  'training course, training courses, training workshop, training workshops, refresher, awareness session, awareness sessions',
  'awareness campaign, awareness training, workshop, workshops, lunch and learn, brown bag, knowledge sharing session',
  'knowledge sharing sessions, knowledge-sharing session, knowledge-sharing sessions',
);

/** How lessons are given. */
export const givingVerbs: readonly string[] = words(
  'conduct, hold, organize, organise, schedule, provide, run, give, arrange, plan, offer, deliver, host, do, set up, start',
  'introduce, implement, have, lead, facilitate, complete, attend, conducting, holding, organizing, organising, scheduling',
  'providing, running, giving, arranging, offering, regular, more, additional, team, periodic, further, better',
);

/** Wishes about how people behave. */
export const carefulPhrases: readonly string[] = words(
  'be careful, be more careful, be extra careful, be very careful, be more cautious, be cautious, be more diligent, be diligent',
  'be more attentive, be attentive, be more vigilant, be vigilant, be more thorough, be more mindful, be mindful, be more aware',
  'pay more attention, pay attention, pay closer attention, pay close attention, take more care, take care, take greater care',
  "remember to, do not forget, don’t forget, don't forget, never forget, keep in mind, raise awareness, increase awareness",
  'emphasize the importance, emphasise the importance, stress the importance, reinforce the importance, think twice',
  'have more discipline, more discipline, more caution, exercise caution, exercise more caution',
);
