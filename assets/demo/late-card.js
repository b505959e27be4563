// Stands for a page that renders its cards late, as most applications do.
setTimeout(() => {
  const card = document.createElement('div');
  card.className = 'voice-card';
  card.dataset.agentId = 'echo';
  card.innerHTML = `
    <h2>Echo, a second late</h2>
    <p>A script added this card after the page had loaded.</p>
    <button class="voice-mic-btn">Talk to late Echo</button>`;
  document.querySelector('.cards').append(card);
}, 1000);
