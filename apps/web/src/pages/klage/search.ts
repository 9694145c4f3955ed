import { getRouteApi } from '@tanstack/react-router';

export const complaintRoute = getRouteApi('/inside/klage/$complaintId');
