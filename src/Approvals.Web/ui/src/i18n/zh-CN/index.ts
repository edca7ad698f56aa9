import common from './common.json';
import shell from './shell.json';
import account from './account.json';
import home from './home.json';
import services from './services.json';
import application from './application.json';
import cases from './cases.json';
import cards from './cards.json';
import correction from './correction.json';
import inbox from './inbox.json';
import review from './review.json';
import vote from './vote.json';
import notices from './notices.json';
import admin from './admin.json';
import substitutes from './substitutes.json';
import team from './team.json';
import dashboard from './dashboard.json';
import policy from './policy.json';
import programs from './programs.json';
import allotment from './allotment.json';
import access from './access.json';
import voice from './voice.json';
import places from './places.json';
import sheets from './sheets.json';
import dictionaries from './dictionaries.json';
import calendars from './calendars.json';
import due from './due.json';

import reminders from './reminders.json';
import audit from './audit.json';
import bookings from './bookings.json';
import employers from './employers.json';
import experts from './experts.json';
import designers from './designers.json';
import draw from './draw.json';
import meeting from './meeting.json';
import operations from './operations.json';
import presence from './presence.json';
import flow from './flow.json';
import publishing from './publishing.json';
import rehearsal from './rehearsal.json';
import settings from './settings.json';
import studio from './studio.json';
import conditions from './conditions.json';
import tables from './tables.json';

export default {
  common,
  shell,
  account,
  home,
  services,
  application,
  cases,
  cards,
  correction,
  inbox,
  review,
  vote,
  notices,
  admin,
  substitutes,
  team,
  dashboard,
  policy,
  programs,
  allotment,
  access,
  voice,
  places,
  sheets,
  dictionaries,
  calendars,
  due,

  reminders,
  audit,
  bookings,
  employers,
  experts,
  designers,
  draw,
  meeting,
  operations,
  presence,
  flow,
  publishing,
  rehearsal,
  settings,
  studio,
  conditions,
  tables,
};
