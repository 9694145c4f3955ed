import { getRouteApi } from '@tanstack/react-router';

export const enquiryRoute = getRouteApi('/inside/henvendelse/$enquiryId');
