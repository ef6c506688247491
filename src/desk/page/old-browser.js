// Loaded before the page, and written so that every browser reads it: one that is too old is told in words.
;(function () {
  var version = /Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)
  var isOld = version ? Number(version[1]) < 78 : !('noModule' in document.createElement('script'))
  if (!isOld && window.Promise && Promise.allSettled && Object.fromEntries) return
  window.nianbaoIsTooOld = true
  document.addEventListener('DOMContentLoaded', function () {
    document.body.innerHTML = ''
    var words = document.createElement('p')
    words.setAttribute('role', 'alert')
    words.style.cssText = 'max-width:36em;margin:12vh auto;padding:0 24px;font:18px/1.7 sans-serif'
    words.textContent = document.documentElement.getAttribute('data-too-old')
    document.body.appendChild(words)
  })
})()
