/** What somebody might put in a text to make a browser run it, or to break out of an element. */
export const PAYLOADS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(2)>",
  "\"><svg onload=alert(3)>",
  "</textarea><script>alert(4)</script>",
  "</script><script>alert(5)</script>",
  "</title></style><img src=x onerror=alert(6)>",
  "{{constructor.constructor('alert(7)')()}}",
  "<!--<script>alert(8)",
];
