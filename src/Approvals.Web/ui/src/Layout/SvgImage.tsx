/** A picture that the server drew as SVG; as an image it can neither run nor reach anything. */
export function SvgImage({ svg, label, className }: { svg: string; label: string; className?: string }) {
  return <img className={className} alt={label} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} />;
}
