import { OwnPageReading } from './own-page-reading.js';
import { OwnPageController, PersonsOwnPageController } from './own-page.controller.js';

export const ownPageControllers = [OwnPageController, PersonsOwnPageController];
export const ownPageProviders = [OwnPageReading];
