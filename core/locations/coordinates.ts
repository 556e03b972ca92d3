// Points on the globe and the distance between them.

export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean Earth radius in kilometers, IUGG 1980. */
const EARTH_RADIUS_KM = 6371.0088;

/** Great-circle distance in kilometers by the haversine formula (Sinnott 1984). */
export function distanceKm(from: Coordinates, to: Coordinates): number {
  const latitudeFrom = toRadians(from.latitude);
  const latitudeTo = toRadians(to.latitude);
  const halfLatitude = Math.sin((latitudeTo - latitudeFrom) / 2);
  const halfLongitude = Math.sin(toRadians(to.longitude - from.longitude) / 2);
  const chord =
    halfLatitude ** 2 + Math.cos(latitudeFrom) * Math.cos(latitudeTo) * halfLongitude ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
